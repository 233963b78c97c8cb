insert into skills (id, zh, seq) values
  ('first_aid', '急救', 1), ('medical', '医疗护理', 2), ('teaching', '教学辅导', 3), ('law', '法律咨询', 4),
  ('psychology', '心理疏导', 5), ('sign_language', '手语', 6), ('english', '外语', 7), ('repair', '家电维修', 8),
  ('electric', '水电维修', 9), ('hairdressing', '理发', 10), ('cooking', '烹饪', 11), ('driving', '驾驶', 12),
  ('photo', '摄影摄像', 13), ('writing', '写作宣传', 14), ('arts', '文艺演出', 15), ('sports', '体育指导', 16),
  ('gardening', '园艺绿化', 17), ('computer', '电脑手机', 18);
